import { stageConfigurations } from '#infra/stages/stage-configuration.ts';

/** The configuration of prod as its file has it, to be changed. */
export function stageFile() {
  const { clients, groups, ...others } = stageConfigurations.prod();
  const asWritten = <Member extends { readonly scopes: readonly string[] }>(members: readonly Member[]) =>
    members.map((member) => ({ ...member, scopes: member.scopes.map((scope) => scope.replace('chancery/', '')) }));
  return { clients: asWritten(clients), groups: asWritten(groups), ...others };
}
