import { UsageError } from '../../../../model/errors.ts';

/** A server, and the name under which this archive is kept on it. */
export interface IndexAddress {
  readonly host: string;
  readonly name: string;
}

/** `http(s)://host[:port][/path][?index=name]` taken apart; UsageError for anything else. The name is `foja` unless given. */
export function parseIndexUrl(url: string): IndexAddress {
  const parsed = URL.parse(url);
  const name = parsed?.searchParams.get('index') ?? 'foja';
  if (!/^https?:\/\//i.test(url) || parsed === null || !/^[a-z0-9][a-z0-9-]{0,60}$/.test(name))
    throw new UsageError(
      'bad-index-url',
      `Not an address of a search server: ${withoutSecrets(parsed)}. Write http://host:7700, or http://host:7700?index=name.`,
      { about: withoutSecrets(parsed) },
    );
  if (parsed.username !== '' || parsed.password !== '')
    throw new UsageError(
      'bad-index-url',
      `The address ${withoutSecrets(parsed)} carries a key: it would show in logs. Give it in FOJA_INDEX_KEY.`,
      { about: withoutSecrets(parsed) },
    );
  return { host: parsed.origin + parsed.pathname, name };
}

const withoutSecrets = (url: URL | null) =>
  url === null ? 'no URL' : url.origin + url.pathname + url.search;
