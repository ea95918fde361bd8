// Starts the stand-in API on the port where the console's development server looks for it.
import { startMockApi } from './mock-api.ts';

const api = await startMockApi({ port: 4310 });
process.stdout.write(`Stand-in API with sample tickets: ${api.url}\n`);
