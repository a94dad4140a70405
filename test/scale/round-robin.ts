import {
  Agent,
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** One address before several instances of the service, each of which gets a request in turn. */
export class RoundRobin {
  /** How many requests each instance was given. */
  readonly given: number[];
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server: Server;
  private next = 0;

  private constructor(private readonly ports: readonly number[]) {
    this.given = ports.map(() => 0);
    this.server = createServer((incoming, answer) => this.pass(incoming, answer));
  }

  static async before(ports: readonly number[]): Promise<RoundRobin> {
    const front = new RoundRobin(ports);
    await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve));
    return front;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private pass(incoming: IncomingMessage, answer: ServerResponse): void {
    const instance = this.next++ % this.ports.length;
    this.given[instance] = (this.given[instance] ?? 0) + 1;
    const { method, url, headers } = incoming;
    const onward = {
      host: '127.0.0.1',
      port: this.ports[instance],
      agent: this.agent,
      method,
      path: url,
      headers,
    };
    const outgoing = request(onward, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    outgoing.on('error', () => answer.headersSent || answer.writeHead(502).end());
    incoming.pipe(outgoing);
  }
}
