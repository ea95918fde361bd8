import { DEFAULT_THEME, getColor, type IGardenTheme } from '@zendeskgarden/react-theming';

export function gardenTheme(scheme: 'light' | 'dark'): IGardenTheme {
  return { ...DEFAULT_THEME, colors: { ...DEFAULT_THEME.colors, base: scheme } };
}

/** One of Garden's colours by name, e.g. `foreground.subtle`, in the scheme that is on. For styled components. */
export function color(variable: string): (props: { theme?: object }) => string {
  return ({ theme }) => getColor({ theme: theme as IGardenTheme, variable });
}
