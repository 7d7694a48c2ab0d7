/** What the function that serves the page says of the deployment. */
interface Settings {
  readonly socketUrl: string;
}

const content = document.querySelector('meta[name=chancery-settings]')?.getAttribute('content');

export const settings = JSON.parse(content ?? '{}') as Settings;
