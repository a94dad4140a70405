import type { Connection, Edge, PageInfo } from './connection.types.js';
import { writeCursor } from './cursors.js';
import type { Listing, Placed } from './listing.js';

/**
 * What the API answers for the rows of a page statement. Edges, cursors and the count are made only where they are asked
 * for, by getters of the class: an answer holds hundreds of pages of a row or two, and what each of them takes counts.
 */
export class Page<Row> implements Connection<Row> {
  readonly nodes: Placed<Row>[];
  private readonly hasMore: boolean;

  /** @param rows of a page of `first` rows, and one more if another page follows and somebody asked. */
  constructor(
    private readonly listing: Listing,
    first: number,
    rows: Placed<Row>[],
    private readonly count: () => Promise<number>,
  ) {
    this.hasMore = rows.length > first;
    this.nodes = this.hasMore ? rows.slice(0, first) : rows;
  }

  get edges(): Edge<Row>[] {
    return this.nodes.map((node) => new PlacedEdge<Row>(this.listing, node));
  }

  get pageInfo(): PageInfo {
    return new PlaceInList(this.listing, this.nodes, this.hasMore);
  }

  get totalCount(): Promise<number> {
    return this.count();
  }
}

class PlacedEdge<Row> implements Edge<Row> {
  constructor(
    private readonly listing: Listing,
    readonly node: Placed<Row>,
  ) {}

  get cursor(): string {
    return writeCursor(this.listing, this.node.pageKey);
  }
}

class PlaceInList<Row> implements PageInfo {
  readonly hasPreviousPage = false;

  constructor(
    private readonly listing: Listing,
    private readonly rows: readonly Placed<Row>[],
    readonly hasNextPage: boolean,
  ) {}

  get startCursor(): string | null {
    return this.cursorOf(this.rows[0]);
  }

  get endCursor(): string | null {
    return this.cursorOf(this.rows.at(-1));
  }

  private cursorOf(row: Placed<Row> | undefined): string | null {
    return row ? writeCursor(this.listing, row.pageKey) : null;
  }
}
