export { coalesce } from './coalesce.ts';
export { type Database, type DatabaseOptions, type Orm, openDatabase } from './open.ts';
export { storable } from './storable.ts';
export { vacuum, vacuumFully } from './vacuum.ts';
