/** JSON from this host, with errors that say what the server said. */

export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The answer to a GET, or to a POST where there is a body. Throws Refused. */
export async function ask<Answer>(address: string, body?: unknown): Promise<Answer> {
  const posted = body !== undefined;
  const answer = await fetch(address, {
    method: posted ? "POST" : "GET",
    headers: { accept: "application/json", ...(posted && { "content-type": "application/json" }) },
    ...(posted && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Refused(answer.status, await told(answer));
  return (await answer.json()) as Answer;
}

/** What a problem document says (RFC 9457), or else the status line. */
async function told(answer: Response): Promise<string> {
  try {
    const problem = (await answer.json()) as { detail?: unknown; title?: unknown };
    return String(problem.detail ?? problem.title ?? answer.statusText);
  } catch {
    return answer.statusText || `The server answered ${answer.status}.`;
  }
}
