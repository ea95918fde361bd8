export { type LogFields, type Logger, silentLogger } from './logger.ts';
export { createLogger, LOG_LEVELS, type LogLevel } from './winston-logger.ts';
