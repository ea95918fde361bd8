import { config, createLogger as createWinston, format, transports, type Logger as Winston } from 'winston';
import type { LogFields, Logger, LogLevel } from './logger.ts';
import { scrubFields, scrubText } from './scrub.ts';

/** JSON lines on standard error, so that standard output stays free for results. */
export function createLogger({
  level,
  stream = process.stderr,
}: {
  level: LogLevel;
  stream?: NodeJS.WritableStream;
}): Logger {
  const winston = createWinston({
    level: level === 'silent' ? 'error' : level,
    silent: level === 'silent',
    levels: config.npm.levels,
    format: format.combine(format.timestamp(), format.json()),
    transports: [new transports.Stream({ stream })],
  });
  return facade(winston, {});
}

function facade(winston: Winston, bound: LogFields): Logger {
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}) => {
      // Scrubbing costs more than the check: a suppressed line must cost nothing.
      if (winston.isLevelEnabled(level))
        winston.log({ level, message: scrubText(message), ...scrubFields({ ...bound, ...fields }) });
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => facade(winston, { ...bound, ...fields }),
  };
}
