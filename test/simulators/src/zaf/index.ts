export type { AppSettings } from './manifest.ts';
export type { ProxiedRequest } from './proxy.ts';
export { type AgentWorkspace, startWorkspace, type View, type WorkspaceOptions } from './workspace.ts';
