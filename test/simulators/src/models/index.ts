export type { DialectName, FinishReason, Message, ModelRequest, ReplyFunction } from './conversation.ts';
export type { ModelFault, ModelFaultRule, ModelFaults } from './faults.ts';
export { type ModelOptions, type ModelServer, type RecordedRequest, startModels } from './server.ts';
