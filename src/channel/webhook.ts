// How a platform hands us what came in: a proof in a header, and a body that is read only when it is wanted.

/** 200 once the message is saved, 401 for a proof that is none, 400 for a body that is no update. */
export type Webhook = (
  proof: string | undefined,
  body: () => Promise<string>,
  header: (name: string) => string | undefined,
) => Promise<200 | 400 | 401>;
