import { chromium } from "playwright-core";

/** Headless Chromium that draws by software and talks to nobody of its own accord. */
export function launchChromium() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: [
      "--no-sandbox",
      "--use-gl=angle",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--ignore-gpu-blocklist",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-quic",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/** Collects what a page asks of other hosts than the given origins, and its uncaught errors. */
export function watch(page, origins) {
  const seen = { foreign: [], errors: [] };
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && !origins.includes(origin)) seen.foreign.push(request.url());
  });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  return seen;
}
