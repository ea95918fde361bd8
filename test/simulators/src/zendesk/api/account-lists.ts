import type { SeedBrand } from '../seed.ts';
import { isVisible, type ZendeskStore } from '../state/store.ts';
import { type Endpoints, numericParam } from './endpoint.ts';
import { listReply, paginate } from './paging.ts';
import { notFound, ok } from './reply.ts';

/** What rules can name: brands, groups, forms, fields and tags. */
export function registerAccountLists(api: Endpoints, store: ZendeskStore): void {
  const list = (path: string, items: () => readonly { id: number }[], one: string) => {
    const many = path.replace('/api/v2/', '');
    api.staff('get', path, ({ query, url }) => listReply(many, paginate(items(), query, url)));
    api.staff('get', `${path}/:id`, (call) => {
      const item = items().find(({ id }) => id === numericParam(call));
      return item ? ok({ [one]: item }) : notFound();
    });
  };
  const at = store.now();
  const dated = (path: string, id: number) => ({
    url: `${store.baseUrl}/api/v2/${path}/${id}.json`,
    created_at: at,
    updated_at: at,
  });

  list(
    '/api/v2/brands',
    () => store.brands.map((brand) => ({ ...toBrand(brand, store), ...dated('brands', brand.id) })),
    'brand',
  );
  list(
    '/api/v2/groups',
    () =>
      [...store.groups.values()].map(({ id, name }) => ({
        id,
        name,
        description: '',
        default: false,
        deleted: false,
        is_public: true,
        ...dated('groups', id),
      })),
    'group',
  );
  list(
    '/api/v2/ticket_forms',
    () =>
      store.forms.map(({ id, name }, index) => ({
        id,
        name,
        raw_name: name,
        display_name: name,
        raw_display_name: name,
        end_user_visible: true,
        position: index,
        ticket_field_ids: [],
        active: true,
        default: index === 0,
        in_all_brands: true,
        restricted_brand_ids: [],
        ...dated('ticket_forms', id),
      })),
    'ticket_form',
  );

  // The tags that open work uses, most used first.
  api.staff('get', '/api/v2/tags', ({ query, url }) => {
    const counts = new Map<string, number>();
    for (const record of store.tickets.values()) {
      if (isVisible(record)) for (const tag of record.ticket.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    const tags = [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
    return listReply('tags', paginate(tags, query, url));
  });
}

function toBrand(brand: SeedBrand, store: ZendeskStore): Record<string, unknown> & { id: number } {
  const isDefault = brand.id === store.brand.id;
  return {
    id: brand.id,
    name: brand.name,
    subdomain: isDefault ? store.account.subdomain : brand.name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    brand_url: store.baseUrl,
    host_mapping: null,
    has_help_center: true,
    help_center_state: 'enabled',
    active: brand.active ?? true,
    default: isDefault,
    is_deleted: false,
    logo: null,
    ticket_form_ids: store.forms.map(({ id }) => id),
    signature_template: '{{agent.signature}}',
  };
}
