import type { Datamodel, Field, Model } from './prisma-datamodel';

/** A table, as lines that a person can compare: columns, keys and foreign keys. */
export type Tables = Record<string, string[]>;

/** Prisma's MySQL types as MariaDB's information_schema spells them, without display widths. */
const SCALARS: Record<string, string> = {
  String: 'varchar(191)',
  Boolean: 'tinyint',
  Int: 'int',
  BigInt: 'bigint',
  Float: 'double',
  Decimal: 'decimal(65,30)',
  DateTime: 'datetime(3)',
  Bytes: 'longblob',
  Json: 'longtext',
};

/** The tables that Prisma's client expects for this datamodel. */
export function expectedTables(datamodel: Datamodel): Tables {
  return Object.fromEntries(
    datamodel.models.map((model) => [
      tableName(model),
      [
        ...model.fields
          .filter(({ kind }) => kind !== 'object')
          .map((field) => column(field, datamodel)),
        ...datamodel.indexes.filter((index) => index.model === model.name).map(key),
        ...model.fields
          .filter(isForeignKey)
          // Keys are kept and backed up apart from everything else.
          .filter(({ type }) => type !== 'PersonKey')
          .map((field) => foreignKey(field, datamodel)),
      ].sort(),
    ]),
  );
}

function tableName({ name, dbName }: { name: string; dbName?: string | null | undefined }): string {
  return dbName ?? name;
}

function column(field: Field, { enums }: Datamodel): string {
  const nullable = field.isRequired ? 'not null' : 'null';
  return ['column', field.name, columnType(field, enums), nullable, ...columnDefault(field)].join(
    ' ',
  );
}

function columnType(field: Field, enums: Datamodel['enums']): string {
  if (field.kind === 'enum') {
    const values = enums.find(({ name }) => name === field.type)?.values ?? [];
    return `enum(${values.map((value) => `'${value.dbName ?? value.name}'`).join(',')})`;
  }
  if (!field.nativeType) return SCALARS[field.type] ?? `no type for ${field.type}`;
  const [name, args] = field.nativeType;
  const unsigned = /^Unsigned(?<base>.*)$/.exec(name)?.groups?.['base'];
  const type = (unsigned ?? name).toLowerCase().replace('integer', 'int');
  const size = args.length > 0 && !type.endsWith('int') ? `(${args.join(',')})` : '';
  return `${type}${size}${unsigned === undefined ? '' : ' unsigned'}`;
}

/** Only what the database itself fills in: `uuid()` and the like are made by Prisma's client. */
function columnDefault({ default: value }: Field): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'object') {
    const name = 'name' in value ? value.name : undefined;
    if (name === 'dbgenerated') return [`default ${generated(value)}`];
    return name === 'autoincrement' ? ['auto_increment'] : [];
  }
  if (typeof value === 'boolean') return [`default ${Number(value)}`];
  return [`default ${JSON.stringify(value).replace(/^"(.*)"$/, '$1')}`];
}

/** The expression of `dbgenerated("…")`, in the database's spelling. */
function generated(value: object): string {
  const args: unknown = 'args' in value ? value.args : undefined;
  return String(Array.isArray(args) ? args[0] : '').toLowerCase();
}

function key({ type, fields }: Datamodel['indexes'][number]): string {
  const word = { id: 'primary key', unique: 'unique', normal: 'index', fulltext: 'fulltext' }[type];
  return `${word} (${fields.map(({ name }) => name).join(', ')})`;
}

function isForeignKey(field: Field): boolean {
  return (field.relationFromFields?.length ?? 0) > 0;
}

function foreignKey(field: Field, { models }: Datamodel): string {
  const target = models.find(({ name }) => name === field.type) as Model;
  const onDelete = field.relationOnDelete ?? (field.isRequired ? 'Restrict' : 'SetNull');
  return (
    `foreign key (${field.relationFromFields?.join(', ')})` +
    ` → ${tableName(target)} (${field.relationToFields?.join(', ')})` +
    ` on delete ${action(onDelete)} on update ${action(field.relationOnUpdate ?? 'Cascade')}`
  );
}

function action(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
