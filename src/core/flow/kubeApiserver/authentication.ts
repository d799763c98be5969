import { isValidAt } from '../certificates';
import type { Recorder } from '../recorder';
import type { ResolvedRun } from '../scenarioRun';
import type { BootstrapTokens } from './bootstrapTokens';
import { ANONYMOUS, AUTHENTICATED, type Credential, type UserInfo } from './identity';
import { flowMessage } from '../play/draftStep';

/** Establishes who makes a request: bootstrap token, client certificate, or nobody. */
export class Authentication {
  readonly #tokens = new Map<string, BootstrapTokens>();

  constructor(
    private readonly run: ResolvedRun,
    private readonly recorder: Recorder,
    private readonly tokensOf: (kubeconfig: string) => BootstrapTokens,
    private readonly assumedUser: () => UserInfo,
    private readonly allowsAnonymous: () => boolean,
  ) {}

  /** Returns the user, or undefined when the credential is refused (401). A request without credential is anonymous where that is allowed. */
  authenticate(credential: Credential, t: number): UserInfo | undefined {
    switch (credential.type) {
      case 'bootstrap-token':
        return t > (this.run.bootstrapTokenLasts ?? Infinity) ? undefined : this.#tokenUser(credential.kubeconfig, t);
      case 'certificate': {
        const { commonName, organizations, isTrusted } = credential.certificate;
        if (!isTrusted || !isValidAt(credential.certificate, t)) return undefined;
        return { username: commonName, groups: [...organizations, AUTHENTICATED] };
      }
      case 'none':
        return this.allowsAnonymous() ? ANONYMOUS : undefined;
    }
  }

  #tokenUser(kubeconfig: string, t: number): UserInfo | undefined {
    const { bootstrapToken } = this.run;
    if (bootstrapToken === 'unknown') return undefined;
    if (bootstrapToken !== undefined) return authenticated(bootstrapToken);
    const answer = this.#tokensIn(kubeconfig).authenticate(this.run.startsAt + t * 1000);
    if (answer === 'refused') return undefined;
    if (answer === 'anonymous') return this.authenticate({ type: 'none' }, t);
    if (answer !== 'unknown') return authenticated(answer);
    const user = this.assumedUser();
    const [username, groups] = [user.username, user.groups.join(', ')];
    const sentence = flowMessage('assumption.token', { username, groups });
    this.recorder.assume('bootstrap token', `accepted as ${username}, groups ${groups}`, sentence);
    return authenticated(user);
  }

  #tokensIn(kubeconfig: string): BootstrapTokens {
    const tokens = this.#tokens.get(kubeconfig) ?? this.tokensOf(kubeconfig);
    this.#tokens.set(kubeconfig, tokens);
    return tokens;
  }
}

function authenticated({ username, groups }: UserInfo): UserInfo {
  return { username, groups: [...groups, AUTHENTICATED] };
}
