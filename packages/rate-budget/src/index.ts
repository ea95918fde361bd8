export { type AllowanceOptions, createAllowance } from './create-allowance.ts';
export { sweepRateWindows } from './rate-windows.ts';
