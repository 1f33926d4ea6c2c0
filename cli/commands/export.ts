import { type Command, Option } from 'commander';
import { type ExportFormat, exportDocument } from '../../src/exchange/export-document.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, command, withArchive } from '../session.ts';

/** `foja export ID`: the text, the access PDF, ALTO, the record or the originals. */
export function exportCommand(): Command {
  return command('export', 'entrega el texto, el PDF de consulta, ALTO, el registro o los originales')
    .argument('<id>', 'identificador del documento')
    .addOption(
      new Option('--format <formato>', 'qué entregar')
        .choices(['text', 'pdf', 'alto', 'original', 'record'])
        .default('text'),
    )
    .requiredOption('-o, --output <ruta>', 'archivo o carpeta de salida; - es la salida estándar')
    .action((id: string, flags: CommonOptions & { format: ExportFormat; output: string }) =>
      withArchive(flags, async (foja) => {
        const written = await exportDocument(
          foja,
          id,
          flags.format,
          flags.output === '-' ? process.stdout : flags.output,
        );
        for (const path of written) {
          if (flags.json) printJson({ path });
          else print(path);
        }
      }),
    );
}
