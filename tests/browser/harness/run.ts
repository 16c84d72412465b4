// Around the whole run: start the demo; at the end stop it and check what only the whole run can show.
import { faultsOfAxe } from "./axe.ts";
import { start } from "./demo.ts";
import { clear } from "./results.ts";
import { faultsOfRoutes } from "./routes.ts";

export default async function run(): Promise<() => Promise<void>> {
  clear();
  const stop = await start();
  return async () => {
    await stop();
    const faults = faultsOfAxe();
    // One spec alone visits few pages; ./test says when all of them run.
    if (process.env.FORTHRIGHT_WHOLE_RUN) faults.push(...faultsOfRoutes());
    if (faults.length > 0) throw new Error(`${faults.length} fault(s)\n${faults.join("\n")}`);
  };
}
