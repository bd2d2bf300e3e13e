// Baselines for whoever only reads them: the newest that is known of each indicator, with its year and document.

import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Indicator } from "../../api/types";
import { t } from "../../i18n";
import { valueText } from "../../meaning/figures";
import { measureOf, targetInForce } from "../../meaning/measure-of";
import { shortPlace } from "../../meaning/place";
import { documentRefText } from "../../meaning/values";
import { DataTable, type Column } from "../../ui/DataTable";
import { useDocumentNames } from "../../ui/use-names";
import { newestOf } from "./model";

const words = t.baselines;

interface Props {
  rows: readonly Indicator[];
  agency: string | null; // null: of the whole
}

function useColumns(agency: string | null): Column<Indicator>[] {
  const nameOf = useDocumentNames();
  return useMemo(() => {
    const known = (row: Indicator) => newestOf(row, agency);
    const target = (row: Indicator) => {
      const held = targetInForce(row);
      return held && `${held.year}: ${held.text}`;
    };
    const document = (row: Indicator) => {
      const cited = known(row)?.document;
      return cited && documentRefText(cited, nameOf);
    };
    return [
      { id: "place", header: t.board.columns.place, width: 72, cell: (row) => shortPlace(row.source) },
      {
        id: "name",
        header: words.indicator,
        width: null,
        min: 220,
        phoneLabel: false,
        cell: (row) => (
          <Link to="/indicators/$id" params={{ id: row.id }}>
            {row.name}
          </Link>
        ),
      },
      { id: "target", header: t.indicators.target, width: 130, cell: target },
      { id: "value", header: words.columns.value, width: 140, right: true, cell: (row) => valueText(known(row)?.value, measureOf(row)) },
      { id: "year", header: words.year, width: 110, right: true, cell: (row) => known(row)?.year ?? "" },
      { id: "document", header: words.columns.document, width: 240, cell: document },
    ];
  }, [agency, nameOf]);
}

export function KnownBaselines({ rows, agency }: Props) {
  const columns = useColumns(agency);
  return <DataTable label={words.grid} rows={rows} columns={columns} rowId={(row) => row.id} height="calc(100dvh - 300px)" />;
}
