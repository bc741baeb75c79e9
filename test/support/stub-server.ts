// The HTTP under the stand-ins: reads JSON, a form or a query, and answers what the stand-in says, HTML included.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Json = Record<string, unknown>;
export type Call = { method: string; path: string; headers: IncomingHttpHeaders; text: string; body: Json };
export type Answer = { status?: number; json?: unknown; html?: string; headers?: Record<string, string> };
export type StubServer = { url: string; stop: () => Promise<void> };

export async function startStubServer(answer: (call: Call) => Promise<Answer>): Promise<StubServer> {
  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://stub');
    const body = { ...Object.fromEntries(searchParams), ...read(text, req.headers['content-type'] ?? '') };
    const out = await answer({ method: req.method ?? '', path: pathname, headers: req.headers, text, body });
    if (out.html !== undefined)
      return void res.writeHead(out.status ?? 502, { 'content-type': 'text/html' }).end(out.html);
    res
      .writeHead(out.status ?? 200, { 'content-type': 'application/json', ...out.headers })
      .end(JSON.stringify(out.json));
  }
  const server = createServer((req, res) => void serve(req, res).catch(() => res.writeHead(500).end()));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function read(text: string, type: string): Json {
  if (text === '') return {};
  if (type.includes('form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  const json: unknown = JSON.parse(text);
  return typeof json === 'object' && json !== null ? (json as Json) : {};
}
