import { Injectable } from '@nestjs/common';
import { join, type Sql } from 'sql-template-tag';
import { groupBy, loadBatched } from '../common/batching.js';
import type { Connection, PageArgs } from '../common/pages/connection.types.js';
import type { Listing, Placed } from '../common/pages/listing.js';
import { Page } from '../common/pages/page.js';
import {
  countByParentStatement,
  countStatement,
  pagesByParentStatement,
  pageStatement,
} from '../common/pages/pages.js';
import { TenantTransaction } from './tenant-transaction.js';

type PlacedUnder<Row> = Placed<Row> & { parentId: string };

/** Reads lists in pages by keyset, so that page 200 costs what page 1 costs and inserts shift nothing. */
@Injectable()
export class PagesReader {
  constructor(private readonly transaction: TenantTransaction) {}

  async list<Row>(listing: Listing, page: PageArgs): Promise<Connection<Row>> {
    const rows = await this.transaction.query<Placed<Row>>(pageStatement(listing, page));
    return new Page<Row>(listing, page.first, rows, async () => {
      const count = await this.transaction.one<{ total: number }>(countStatement(listing));
      return count?.total ?? 0;
    });
  }

  /** The page of one parent's list; siblings that ask for the same page of their own lists are read together. */
  async listOf<Row>(
    listing: Listing,
    parent: Sql,
    parentId: string,
    page: PageArgs,
  ): Promise<Connection<Row>> {
    const key = `page ${listing.name} ${keyOf(listing)} ${JSON.stringify(page)}`;
    const found = await loadBatched(this, key, parentId, async (ids) => {
      const pages = await this.listOfEach<Row>(listing, parent, ids, page);
      return new Map(pages.map((ofParent, position) => [ids[position] ?? '', ofParent]));
    });
    if (!found) throw new Error('A page was asked for and not read.');
    return found;
  }

  /** The same page of each of several parents' lists, in the order of the parents, read in one statement. */
  async listOfEach<Row>(
    listing: Listing,
    parent: Sql,
    parentIds: readonly string[],
    page: PageArgs,
  ): Promise<Connection<Row>[]> {
    const rows = groupBy(
      await this.transaction.query<PlacedUnder<Row>>(
        pagesByParentStatement(listing, parent, parentIds, page),
      ),
      parentOf,
    );
    const countAll = once(() => this.countEach(listing, parent, parentIds));
    return parentIds.map(
      (id) =>
        new Page<Row>(listing, page.first, rows.get(id) ?? [], async () => (await countAll()).get(id) ?? 0),
    );
  }

  private async countEach(
    listing: Listing,
    parent: Sql,
    parentIds: readonly string[],
  ): Promise<Map<string, number>> {
    const rows = await this.transaction.query<Counted>(countByParentStatement(listing, parent, parentIds));
    return new Map(rows.map(({ parentId, total }) => [parentId, total]));
  }
}

/** Tells lists of one name apart by their conditions. */
function keyOf({ where }: Listing): string {
  const { text, values } = join(where, ' AND ');
  return JSON.stringify([text, values]);
}

/** Does the work when it is first asked for, and only then. */
function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let result: Promise<Value> | null = null;
  return () => (result ??= work());
}

interface Counted {
  parentId: string;
  total: number;
}

function parentOf({ parentId }: { parentId: string }): string {
  return parentId;
}
