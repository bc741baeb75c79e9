// The staff desk at /can-bo: who may see what, then one file a page.

import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { DeskDeps, DeskEnv } from './deps.ts';
import { guard } from './guard.ts';
import { once } from './once.ts';
import { accountPages } from './pages/accounts.ts';
import { auditPages } from './pages/audit.ts';
import { channelPages } from './pages/channels.ts';
import { founderPages } from './pages/founders.ts';
import { gapPages } from './pages/gaps.ts';
import { knowledgePages } from './pages/knowledge.ts';
import { leadPage } from './pages/lead.ts';
import { leadsPages } from './pages/leads.ts';
import { leadsFiles } from './pages/leads-files.ts';
import { mePages } from './pages/me.ts';
import { notFoundPages } from './pages/not-found.ts';
import { oneTimePages } from './pages/one-time.ts';
import { overviewPages } from './pages/overview.ts';
import { signInPages } from './pages/sign-in.ts';
import { talkPage } from './pages/talk.ts';
import { talkPages } from './pages/talks.ts';
import { unitPages } from './pages/unit.ts';
import { refuseNul } from './refuse-nul.ts';

/** What pages load, sent to who is not signed in as well; read from no database. */
export const deskFiles = [
  ['desk.css', 'text/css; charset=utf-8'],
  ['talk.js', 'text/javascript; charset=utf-8'],
] as const;

export function staffDesk(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  for (const [name, type] of deskFiles) {
    const text = readFileSync(new URL(name, import.meta.url), 'utf8');
    app.get(`/${name}`, (c) =>
      c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=3600' }),
    );
  }
  app.use(bodyLimit({ maxSize: 128 * 1024 }));
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.use(refuseNul);
  signInPages(app, deps);
  oneTimePages(app, deps);
  app.use(guard(deps));
  app.use(once(deps));
  for (const pages of [
    overviewPages,
    unitPages,
    leadsPages,
    leadsFiles,
    leadPage,
    founderPages,
    gapPages,
    talkPages,
    talkPage,
    channelPages,
    knowledgePages,
    accountPages,
    auditPages,
    mePages,
    notFoundPages,
  ])
    pages(app, deps);
  return app;
}
