/** Rejects when `promise` has not settled after `ms`: no promise of a client may stay open for ever. */
export function bounded(promise, what, ms = 20_000) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer within ${ms} ms`)), ms);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

/** The error that `promise` rejects with; an error of its own when it resolves or does not settle in time. */
export async function rejection(promise, what, ms = 20_000) {
  let value;
  try {
    value = await bounded(promise, what, ms);
  } catch (error) {
    if (/: no answer within \d+ ms$/.test(error?.message ?? "")) throw error;
    return error ?? new Error("rejected without a reason");
  }
  throw new Error(`${what}: resolved with ${JSON.stringify(value)?.slice(0, 200)} instead of rejecting`);
}
