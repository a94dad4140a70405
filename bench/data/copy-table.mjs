import { once } from 'node:events';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';

/** Rows are sent in pieces of about this many characters: fewer make the socket the bottleneck. */
const PIECE = 256 * 1024;

/** Fills one table through COPY on a connection of its own. */
export class CopyTable {
  /** Rows given so far. */
  rows = 0;
  #client;
  #stream;
  #pieces = [];
  #size = 0;

  constructor(client, stream) {
    this.#client = client;
    this.#stream = stream;
  }

  /** Opens a COPY into `table`; `url` logs in as the administrator, whom row level security does not hold. */
  static async open(url, table, columns) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const stream = client.query(copyStreams.from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
    return new CopyTable(client, stream);
  }

  /** Takes one row. No value of the data holds a tab, a line break or a backslash, so nothing is escaped. */
  add(values) {
    let line = '';
    for (let index = 0; index < values.length; index += 1) {
      line += `${index === 0 ? '' : '\t'}${values[index] ?? '\\N'}`;
    }
    this.#pieces.push(line);
    this.#size += line.length;
    this.rows += 1;
  }

  /** Sends what has gathered, and waits while PostgreSQL is behind. */
  async relieve() {
    if (this.#size < PIECE) return;
    if (!this.#stream.write(this.#take())) await once(this.#stream, 'drain');
  }

  /** Sends the rest and confirms it. */
  async close() {
    this.#stream.end(this.#take());
    await once(this.#stream, 'finish');
    await this.#client.end();
  }

  #take() {
    const text = this.#pieces.length === 0 ? '' : `${this.#pieces.join('\n')}\n`;
    this.#pieces = [];
    this.#size = 0;
    return text;
  }
}
