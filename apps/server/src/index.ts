export { defaultRoutes, readServerSettings, type ServerSettings } from './settings.ts';
export { type RunningServer, type ServerOptions, startServer } from './start-server.ts';
