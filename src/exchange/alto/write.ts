import { around } from '../../model/boxes.ts';
import type { Box, Line, ReadPage } from '../../model/document.ts';
import { shapeOf } from './shape.ts';
import { attributes, escapeXml } from './xml.ts';

/** What an ALTO file says of where its page comes from. */
export interface AltoMeta {
  readonly documentId: string;
  /** The delivered file that holds the page. */
  readonly source: { readonly path: string; readonly sha256: string };
  /** Program and version that wrote it. */
  readonly software: { readonly name: string; readonly version: string };
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.loc.gov/standards/alto/ns-v4# http://www.loc.gov/standards/alto/v4/alto-4-4.xsd" SCHEMAVERSION="4.4">`;

/**
 * One page as ALTO 4.4. Boxes are pixels of the scan as stored; a word that leans there carries its four corners too.
 * Characters that XML forbids are left out, and so is a line without words. The same page gives the same bytes.
 */
export function writeAlto(page: ReadPage, meta: AltoMeta): string {
  return `${HEAD}
${description(page, meta)}
<Layout><Page${attributes({
    ID: 'page',
    PHYSICAL_IMG_NR: page.number,
    WIDTH: page.width,
    HEIGHT: page.height,
    PROCESSINGREFS: 'read clean',
    PC: page.confidence,
    ROTATION: rotationOf(page),
  })}><PrintSpace${boxAttributes({ x: 0, y: 0, width: page.width, height: page.height })}>
${blocksOf(page)
  .map((lines, index) => textBlock(lines, index, page))
  .join('\n')}
</PrintSpace></Page></Layout>
</alto>
`;
}

function description(page: ReadPage, { documentId, source, software }: AltoMeta): string {
  const settings = `rotation=${page.rotation} skew=${page.skew} toSource=${page.toSource.join(' ')}`;
  return `<Description><MeasurementUnit>pixel</MeasurementUnit>
<sourceImageInformation><fileName>${escapeXml(source.path)}</fileName><fileIdentifier fileIdentifierLocation="sha256">${escapeXml(source.sha256)}</fileIdentifier><documentIdentifier>${escapeXml(documentId)}</documentIdentifier></sourceImageInformation>
<Processing ID="clean"><processingCategory>preOperation</processingCategory><processingStepSettings>${settings}</processingStepSettings><processingSoftware><softwareName>${escapeXml(software.name)}</softwareName><softwareVersion>${escapeXml(software.version)}</softwareVersion></processingSoftware></Processing>
<Processing ID="read"><processingCategory>contentGeneration</processingCategory><processingSoftware><softwareName>${escapeXml(page.engine)}</softwareName></processingSoftware></Processing>
</Description>`;
}

// ALTO counts counterclockwise and says how the text lies; `rotation` is the clockwise turn that undoes it.
function rotationOf({ rotation, skew }: ReadPage): number | null {
  return (rotation - skew) % 360 || null;
}

// Lines of one block that follow one another; a block taken up again later is a TextBlock of its own.
function blocksOf({ lines }: ReadPage): Line[][] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    if (line.words.length === 0) continue;
    const last = blocks.at(-1);
    if (last?.[0]?.block === line.block) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

function textBlock(lines: readonly Line[], index: number, page: ReadPage): string {
  const id = `block_${index}_${lines[0]!.block}`;
  const body = lines.map((line) => textLine(line, page)).join('\n');
  return `<TextBlock${attributes({ ID: id })}${boxAttributes(around(lines.map(({ box }) => box)))}>\n${body}\n</TextBlock>`;
}

function textLine({ box, upright, words }: Line, page: ReadPage): string {
  const strings = words.map(({ text, confidence, ...word }) => {
    const head = `<String${attributes({ CONTENT: text })}${boxAttributes(word.box)}${attributes({ WC: confidence })}`;
    const inside = shape(word.upright, word.box, page);
    return inside ? `${head}>${inside}</String>` : `${head}/>`;
  });
  return `<TextLine${boxAttributes(box)}>${shape(upright, box, page)}${strings.join('<SP/>')}</TextLine>`;
}

function shape(upright: Box, box: Box, { toSource }: ReadPage): string {
  const points = shapeOf(upright, box, toSource);
  return points ? `<Shape><Polygon POINTS="${points}"/></Shape>` : '';
}

const boxAttributes = ({ x, y, width, height }: Box) =>
  attributes({ HPOS: x, VPOS: y, WIDTH: width, HEIGHT: height });
