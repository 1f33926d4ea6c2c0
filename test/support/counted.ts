import type { ObjectStore } from '../../src/ports/object-store.ts';

/** The requests that an S3 gets, by kind. Copies of a file are fetched once and known by their digest. */
export type Requests = Record<'GET' | 'HEAD' | 'PUT' | 'LIST' | 'DELETE', number>;

/** The store, and how many requests it would be were it on S3. */
export function counted(store: ObjectStore): { store: ObjectStore; requests: Requests } {
  const requests: Requests = { GET: 0, HEAD: 0, PUT: 0, LIST: 0, DELETE: 0 };
  const copies = new Set<string>();
  const counting: ObjectStore = {
    put(...args) {
      requests.PUT++;
      return store.put(...args);
    },
    get(...args) {
      requests.GET++;
      return store.get(...args);
    },
    stream(...args) {
      requests.GET++;
      return store.stream(...args);
    },
    head(...args) {
      requests.HEAD++;
      return store.head(...args);
    },
    list(...args) {
      requests.LIST++;
      return store.list(...args);
    },
    remove(...args) {
      requests.DELETE++;
      return store.remove(...args);
    },
    asFile(key, options = {}) {
      if (options.sha512 === undefined) requests.HEAD++;
      if (!copies.has(key)) requests.GET++;
      copies.add(key);
      return store.asFile(key, options);
    },
    close: () => store.close(),
  };
  return { store: counting, requests };
}
