import { Injectable } from '@nestjs/common';
import { join, type Sql } from 'sql-template-tag';
import { groupBy, keyBy, loadBatched } from '../common/batching.js';
import type { Connection, PageArgs } from '../common/connection.types.js';
import {
  countByParentStatement,
  countStatement,
  pagesByParentStatement,
  pageStatement,
  toConnection,
  type Listing,
} from '../common/pages.js';
import { TenantTransaction } from './tenant-transaction.js';

type Placed<Row> = Row & { pageKey: string[]; parentId: string };

/** Reads lists in pages by keyset, so that page 200 costs what page 1 costs and inserts shift nothing. */
@Injectable()
export class PagesReader {
  constructor(private readonly transaction: TenantTransaction) {}

  async list<Row>(listing: Listing, page: PageArgs): Promise<Connection<Row>> {
    const rows = await this.transaction.query<Placed<Row>>(pageStatement(listing, page));
    return toConnection<Row>(listing, page, rows, async () => {
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
    const { text, values } = join(listing.where, ' AND ');
    const batch = JSON.stringify([listing.name, text, values, page]);
    const rows = await loadBatched(this, `page ${batch}`, parentId, async (ids) =>
      groupBy(
        await this.transaction.query<Placed<Row>>(pagesByParentStatement(listing, parent, ids, page)),
        parentOf,
      ),
    );
    return toConnection<Row>(listing, page, rows ?? [], async () => {
      const count = await loadBatched(this, `count ${batch}`, parentId, async (ids) =>
        keyBy(await this.transaction.query<Counted>(countByParentStatement(listing, parent, ids)), parentOf),
      );
      return count?.total ?? 0;
    });
  }
}

interface Counted {
  parentId: string;
  total: number;
}

function parentOf({ parentId }: { parentId: string }): string {
  return parentId;
}
