import { readConfig, StartError } from './config.ts';
import { type RunningServer, startServer } from './start.ts';

/** `npm start`: wiring only. One sentence and exit code 1 where something outside is wrong. */

async function main(): Promise<void> {
  const running = await startServer(readConfig(process.env), console.log);
  await greet(running);
  let ending = false;
  const end = (): void => {
    if (!ending) {
      ending = true;
      running.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    }
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** A few lines: where it is, who may try what, and what this database is for. */
async function greet({ baseUrl, config, planrunde, metricsUrl }: RunningServer): Promise<void> {
  console.log(`\nPlanrunde is at ${baseUrl}\n`);
  if (metricsUrl) {
    console.log(`Metrics are at ${metricsUrl}\n`);
  }
  const demo = await planrunde.demo.page(baseUrl);
  if (demo) {
    console.log(
      `  ${'Frau Seidel'.padEnd(20)} ${demo.signIn.email}  ${demo.signIn.password}  at ${baseUrl}/anmelden`,
    );
    for (const { name, url } of demo.places) {
      if (url) {
        console.log(`  ${name.padEnd(20)} ${url}`);
      }
    }
    for (const { place, url } of demo.lanLinks.filter(({ place }) => place === 'leon')) {
      console.log(`  ${`${place}, real phone`.padEnd(20)} ${url}`);
    }
    console.log('');
  }
  if (config.database.kind === 'embedded') {
    console.log('The embedded database is for trying out: a power cut may lose what was saved.');
    console.log(`Its data is in ${config.dataDir}. For real data set DATABASE_URL (see README.md).`);
  }
  console.log('Stop with Ctrl+C.');
}

main().catch((error: unknown) => {
  if (error instanceof StartError) {
    console.error(error.message);
  } else {
    console.error(error);
  }
  process.exit(1);
});
