export { type PackagedProject, type PackageOptions, packageProject } from './src/packaging/package-project.ts';
