import { type ObjectType, objectType } from '../crm/object-types.ts';
import type { Portal } from '../crm/portal.ts';
import type { Property, PropertyType } from '../crm/property.ts';
import type { ApiCall, Endpoints, Reply } from './endpoint.ts';
import { invalid, Refusal } from './refusal.ts';

/** Definitions of properties; apps may add their own. */
export function registerProperties(api: Endpoints): void {
  const mayRead = (call: ApiCall): ObjectType => {
    const type = objectType(call.params.type ?? '');
    call.need([`crm.schemas.${type.name}.read`, ...type.read]);
    return type;
  };
  api.on('get', '/crm/properties/:type', [], (call) => {
    const type = mayRead(call);
    return {
      status: 200,
      body: { results: call.portal.properties.of(type).map((one) => shownProperty(one, call.portal)) },
    };
  });
  api.on('get', '/crm/properties/:type/:name', [], (call) => {
    const property = call.portal.properties.find(mayRead(call), call.params.name ?? '');
    if (!property) throw noProperty(call.params.name ?? '');
    return { status: 200, body: shownProperty(property, call.portal) };
  });
  api.on('post', '/crm/properties/:type', [], createProperty);
  api.on('delete', '/crm/properties/:type/:name', [], (call) => {
    const type = objectType(call.params.type ?? '');
    call.need([`crm.schemas.${type.name}.write`]);
    call.portal.properties.remove(type, call.params.name ?? '');
    return { status: 204 };
  });
}

const TYPES: readonly PropertyType[] = ['string', 'number', 'bool', 'datetime', 'date', 'enumeration'];
const FIELD_TYPES: Record<PropertyType, string> = {
  string: 'text',
  number: 'number',
  bool: 'booleancheckbox',
  datetime: 'date',
  date: 'date',
  enumeration: 'select',
};

function createProperty(call: ApiCall): Reply {
  const type = objectType(call.params.type ?? '');
  call.need([`crm.schemas.${type.name}.write`]);
  const { name, label, type: kind, fieldType, groupName, hasUniqueValue = false, options } = call.body;
  for (const [field, value] of Object.entries({ name, label, type: kind, fieldType, groupName })) {
    if (typeof value !== 'string' || value === '') throw invalid(`Invalid input JSON: ${field} is required`);
  }
  if (!TYPES.includes(kind as PropertyType)) throw invalid(`${String(kind)} is not a property type`);
  if (!/^[a-z][a-z0-9_]*$/.test(String(name)))
    throw invalid('A property name has lower case letters, digits and underscores');
  if (call.portal.properties.find(type, String(name))) {
    const message = `A property named '${String(name)}' already exists.`;
    throw new Refusal(409, { message, category: 'OBJECT_ALREADY_EXISTS', subCategory: 'Properties.PROPERTY_EXISTS' });
  }
  const property: Property = {
    name: String(name),
    label: String(label),
    type: kind as PropertyType,
    groupName: String(groupName),
    options: Array.isArray(options) ? options.map((option: { value?: unknown }) => String(option.value)) : null,
    readOnly: false,
    hasUniqueValue: hasUniqueValue === true,
    hubspotDefined: false,
  };
  call.portal.properties.define(type, property);
  return { status: 201, body: shownProperty(property, call.portal) };
}

function shownProperty(property: Property, portal: Portal): Record<string, unknown> {
  const { name, label, type, groupName, readOnly, hasUniqueValue, hubspotDefined } = property;
  return {
    name,
    label,
    type,
    fieldType: FIELD_TYPES[type],
    description: '',
    groupName,
    options: (property.options ?? stageOptions(name, portal)).map((value, displayOrder) => ({
      label: value,
      value,
      displayOrder,
      hidden: false,
    })),
    displayOrder: -1,
    calculated: readOnly,
    externalOptions: false,
    hasUniqueValue,
    hidden: false,
    hubspotDefined,
    modificationMetadata: { archivable: !hubspotDefined, readOnlyDefinition: hubspotDefined, readOnlyValue: readOnly },
    formField: false,
    dataSensitivity: 'non_sensitive',
  };
}

function stageOptions(name: string, portal: Portal): string[] {
  if (name === 'pipeline') return portal.pipelines.map(({ id }) => id);
  return name === 'dealstage' ? portal.pipelines.flatMap(({ stages }) => stages.map(({ id }) => id)) : [];
}

function noProperty(name: string): Refusal {
  const message = `Property ${name} does not exist`;
  return new Refusal(404, { message, category: 'OBJECT_NOT_FOUND', subCategory: 'Properties.PROPERTY_NOT_FOUND' });
}
