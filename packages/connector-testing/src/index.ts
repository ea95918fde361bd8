export { connectorContract, contractChecks } from './connector-contract.ts';
export type { Check, ConnectorSamples, SampleAccount, SampleDelivery } from './samples.ts';
