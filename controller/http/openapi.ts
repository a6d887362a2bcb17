/** The OpenAPI 3.1 document, made from the table of endpoints. */
import * as z from 'zod/mini';
import { problemCodes } from '../../shared/problem.ts';
import type { Access } from '../../shared/protocol/http/endpoint.ts';
import { endpoints } from '../../shared/protocol/http/endpoints.ts';

type Json = Readonly<Record<string, unknown>>;

/** The document for this program's `version`. */
export function openApi(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, definition] of Object.entries(endpoints)) {
    const path = definition.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[definition.method] = operation(name, definition);
  }
  return {
    openapi: '3.1.0',
    info: { title: '창동역 전자게시대', version },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'plaza-session' },
        device: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: '무엇을 하면 되는지 알리는 글' },
    status: { type: 'integer' },
    code: { enum: problemCodes },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

interface Described {
  readonly summary: string;
  readonly access: Access;
  readonly params: z.ZodMiniType | null;
  readonly query: z.ZodMiniType | null;
  readonly body: z.ZodMiniType | null;
  readonly value: z.ZodMiniType | null;
}

function operation(name: string, { summary, access, ...parts }: Described): Json {
  const parameters = [
    ...parameterList('path', parts.params),
    ...parameterList('query', parts.query),
  ];
  return {
    operationId: name,
    summary,
    ...(isRight(access) ? { description: `필요한 권한: ${access}` } : {}),
    security: securityOf(access),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(parts.body ? { requestBody: { required: true, content: json(parts.body, 'input') } } : {}),
    responses: {
      ...(parts.value
        ? { 200: { description: '됨', content: json(parts.value, 'output') } }
        : { 204: { description: '됨' } }),
      default: {
        description: '거절',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

function parameterList(where: 'path' | 'query', schema: z.ZodMiniType | null): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input');
  return Object.entries(properties as Json).map(([name, of]) => ({
    name,
    in: where,
    required: where === 'path' || (required as string[]).includes(name),
    schema: of,
  }));
}

function json(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  return { 'application/json': { schema: schemaOf(schema, io) } };
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(made).filter(([key]) => key !== '$schema'));
}

function isRight(access: Access): boolean {
  return !['public', 'device', 'entering', 'session'].includes(access);
}

function securityOf(access: Access): Json[] {
  if (access === 'public') return [];
  return [access === 'device' ? { device: [] } : { session: [] }];
}
