import { Command } from '@oclif/core/command';
import { fromParser } from '../cli/failures/parser-error.ts';

/** What every command is built on. Its errors go to `main`, which alone decides how the process ends. */
export abstract class BaseCommand extends Command {
  protected override async catch(error: Error): Promise<never> {
    throw fromParser(error, ['help', ...Object.keys(this.ctor.flags ?? {})]);
  }
}
