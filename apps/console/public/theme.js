// Runs before the first paint: a chosen dark theme must not flash white. The key is also in src/shell/theme.ts.
try {
  const theme = localStorage.getItem('draftsmith.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be forbidden; the system's theme is then right.
}
