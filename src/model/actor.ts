/** Who acts. Comes with every call, so that one process can act for many people; the versions of the archive name it. */
export interface Actor {
  readonly name: string;
}
