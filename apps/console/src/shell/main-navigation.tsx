import type { Role } from '@draftsmith/contracts';
import { useRef } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { Link } from '../router/navigation.tsx';
import type { Route } from '../router/route.ts';
import { Icon } from './icon.tsx';
import { placesFor } from './places.ts';

/** Where one can go: a row of links, or a menu where the row has no room. A native popover, so Esc closes it. */
export function MainNavigation({ role, page }: { role: Role; page: Route['page'] }) {
  const { m } = useI18n();
  const menu = useRef<HTMLElement>(null);
  const places = placesFor(role);
  const here = places.find((place) => place.page === page);
  return (
    <>
      <button type="button" className="button nav-button" popoverTarget="main-navigation">
        <Icon name="menu" />
        <span className="visually-hidden">{m.app.mainNavigation}: </span>
        <span className="nav-here">{here?.title(m) ?? m.app.mainNavigation}</span>
      </button>
      <nav ref={menu} id="main-navigation" popover="auto" className="nav" aria-label={m.app.mainNavigation}>
        {places.map((place) => (
          <Link
            key={place.page}
            href={place.href}
            aria-current={place === here ? 'page' : undefined}
            // The page changes without being loaded anew: nothing else would close the menu.
            onClick={() => menu.current?.matches(':popover-open') && menu.current.hidePopover()}
          >
            {place.title(m)}
          </Link>
        ))}
      </nav>
    </>
  );
}
