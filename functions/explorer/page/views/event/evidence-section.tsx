import type { JSX } from 'preact';
import type { Evidence, Report } from '../../api-types.ts';
import { addressOf } from '../../report-address.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { t } from '../../text/text.ts';

/** How sure we are, in the words of the Admiralty code, and the reports, those of one origin together. */
export function EvidenceSection({ evidence = {} }: { readonly evidence: Evidence | undefined }): JSX.Element {
  const { reliability, credibility, reports = [], sourceCount = 0 } = evidence;
  const assessed = [reliability, credibility].filter((part) => part !== undefined);
  const origins = [...new Set(reports.map(({ origin }) => origin))];
  return (
    <section aria-labelledby="evidence-title">
      <h2 id="evidence-title">{t.event.evidence}</h2>
      {assessed.length === 0 ? (
        <p>{t.event.notAssessed}</p>
      ) : (
        <ul>
          {assessed.map((part) => (
            <li key={part}>{t.admiralty[part]}</li>
          ))}
        </ul>
      )}
      <h3>
        {t.event.reports}: {t.event.sources(sourceCount)}
      </h3>
      {origins.map((origin) => (
        <div key={origin ?? ''}>
          <p class="hint">{origin === undefined ? t.event.independent : t.event.origin(origin)}</p>
          <ul>
            {reports
              .filter((report) => report.origin === origin)
              .map((report) => (
                <ReportLine key={`${report.publisher} ${report.reference ?? report.publishedOn}`} report={report} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function ReportLine({ report }: { readonly report: Report }): JSX.Element {
  const { publisher, title, publishedOn, reference } = report;
  const address = addressOf(report);
  const said = [publisher, title ?? (reference === address ? undefined : reference)].filter(Boolean).join(': ');
  return (
    <li>
      {address === undefined ? (
        said
      ) : (
        <a href={address} rel="noreferrer noopener" target="_blank">
          {said}
        </a>
      )}
      {publishedOn !== undefined && `, ${dateInWords(publishedOn)}`}
    </li>
  );
}
