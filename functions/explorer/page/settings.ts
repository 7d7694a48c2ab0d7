/** What the function that serves the page says of the deployment. */
interface Settings {
  readonly socketUrl: string;
  readonly signInUrl: string;
  readonly issuer: string;
  readonly clientId: string;
}

const content = document.querySelector('meta[name=chancery-settings]')?.getAttribute('content');

export const settings = JSON.parse(content ?? '{}') as Settings;
