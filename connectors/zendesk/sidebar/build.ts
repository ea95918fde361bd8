export { type AppPackage, buildPackage, writeFolder } from './src/packaging/build-package.ts';
export { serverAddress } from './src/packaging/manifest.ts';
