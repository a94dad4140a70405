import type { Type } from '@nestjs/common';
import { ArgsType, Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { Max, Min } from 'class-validator';
import type { Asked } from '../asked/asked.js';
import { AWAITED } from '../together/resolve-together.decorator.js';

/** The most rows one page holds. */
export const MAX_PAGE_SIZE = 100;

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows: ask again with `after: endCursor`.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Always false: lists are read forwards.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null on an empty page.' })
  endCursor!: string | null;
}

/** One row of a page with its place in the list. */
export interface Edge<Row> {
  cursor: string;
  node: Row;
}

/** A page of a list. `totalCount` is a getter, so the count runs only where a query asks for it. */
export interface Connection<Row> {
  edges: Edge<Row>[];
  nodes: Row[];
  pageInfo: PageInfo;
  readonly totalCount: Promise<number>;
}

/** The GraphQL type of a connection over `node`, named `<Node>Connection`. */
export function connectionOf<Row extends object>(node: Type<Row>): Type<Connection<Row>> {
  @ObjectType(`${node.name}Edge`, { description: `One ${node.name} and its place in the list.` })
  class NodeEdge {
    @Field(() => String, { description: 'Its place in the list, stable under inserts; pass it as `after`.' })
    cursor!: string;

    @Field(() => node, { description: 'The record itself.' })
    node!: Row;
  }

  @ObjectType(`${node.name}Connection`, { description: `A page of a list of ${node.name} records.` })
  class NodeConnection {
    @Field(() => [NodeEdge], { description: 'The rows of this page with their cursors.' })
    edges!: NodeEdge[];

    @Field(() => [node], { description: 'The rows of this page.' })
    nodes!: Row[];

    @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
    pageInfo!: PageInfo;

    @Extensions({ [AWAITED]: true })
    @Field(() => Int, { description: 'Rows in the whole list; counted only when asked for.' })
    readonly totalCount!: Promise<number>;
  }
  return NodeConnection;
}

/** What every paged field takes; `first` defaults to `size`. */
export function pageArgs(size: number): Type<PageArgs> {
  @ArgsType()
  class SizedPageArgs {
    @Field(() => Int, {
      nullable: true,
      defaultValue: size,
      description: `Rows in the page, 1 to ${MAX_PAGE_SIZE}; more is refused with LIMIT_EXCEEDED.`,
    })
    @Transform(({ value }: { value: number | null | undefined }) => value ?? size)
    @Min(1, { message: 'A page holds at least one row.' })
    @Max(MAX_PAGE_SIZE, {
      message: 'A page holds at most 100 rows.',
      context: { code: 'LIMIT_EXCEEDED', limit: MAX_PAGE_SIZE },
    })
    first: number = size;

    @Field(() => String, {
      nullable: true,
      description: 'Cursor of the row to go on after; from the start when left out.',
    })
    after?: string | null;
  }
  return SizedPageArgs;
}

/** Which page of a list is asked for. */
export interface PageArgs {
  first: number;
  after?: string | null;
  /** What its records and the page itself have to say; everything when left out. */
  asked?: Asked;
}
