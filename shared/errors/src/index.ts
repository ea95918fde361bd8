export { AppError, type AppErrorOptions, type ErrorKind, isAppError, toAppError } from './app-error.ts';
