import os from 'node:os';
import { Command } from 'commander';
import { type Config, type ConfigProblem, readConfig } from '../platform/config/config.ts';
import { variableNames, variables } from '../platform/config/env.ts';
import {
  checkDataFolder,
  checkKeyFile,
  checkNode,
  checkPort,
  checkWeb,
  type Finding,
} from './doctor-checks.ts';
import { checkDatabase } from './doctor-database.ts';

/** Explains the configuration and what is wrong; changes nothing. Exit code 1 when something is wrong. */
export const doctorCommand = new Command('doctor')
  .description('Spiega la configurazione e dice che cosa non va')
  .action(async () => {
    const read = readConfig(process.env, { home: os.homedir(), folder: process.cwd() });
    printVariables(read.ok ? [] : read.error);
    const findings = read.ok ? await examine(read.value) : [checkNode(), checkWeb()];
    console.log('\nControlli');
    for (const { good, about, says } of findings) console.log(`  ${good ? '✓' : '✗'} ${about}: ${says}`);
    const wrong = (read.ok ? 0 : read.error.length) + findings.filter(({ good }) => !good).length;
    console.log(wrong === 0 ? '\nTutto a posto.' : `\nDa sistemare: ${wrong}.`);
    process.exitCode = wrong === 0 ? 0 : 1;
  });

const examine = async (config: Config): Promise<readonly Finding[]> => [
  checkNode(),
  checkWeb(),
  checkDataFolder(config),
  checkKeyFile(config),
  await checkPort(config),
  ...(await checkDatabase(config)),
];

const printVariables = (problems: readonly ConfigProblem[]): void => {
  console.log('Configurazione (variabili d’ambiente)');
  for (const name of variableNames) {
    const set = process.env[name]?.trim();
    const { meaning, ...variable } = variables[name];
    const shown = set && ('secret' in variable ? '(c’è, non la mostro)' : set);
    console.log(`  ${name} = ${shown || '(manca: vale il valore normale)'}\n      ${meaning.it}`);
    for (const { variable, wrong, remedy } of problems) {
      if (variable === name) console.log(`      ✗ ${wrong.it}. ${remedy.it}`);
    }
  }
};
