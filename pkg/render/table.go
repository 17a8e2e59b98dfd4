package render

import (
	"io"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// Table is a heading and rows of cells.
type Table struct {
	Header []string
	Rows   [][]string
	// Right marks the columns of numbers.
	Right []bool
}

// Write writes the table for a terminal that is width columns wide; 0 lets it
// be as wide as it needs, which is right for a pipe. Long cells are wrapped.
func (t Table) Write(w io.Writer, width int, style Style) error {
	align := make([]tw.Align, len(t.Header))
	for i := range align {
		align[i] = tw.AlignLeft
		if i < len(t.Right) && t.Right[i] {
			align[i] = tw.AlignRight
		}
	}
	opts := []tablewriter.Option{
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders: tw.BorderNone,
			Settings: tw.Settings{
				Separators: tw.Separators{BetweenColumns: tw.Off, ShowHeader: tw.On, BetweenRows: tw.Off},
				Lines:      tw.Lines{ShowHeaderLine: tw.Off, ShowTop: tw.Off, ShowBottom: tw.Off},
			},
		})),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAlignment(tw.AlignLeft),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithAlignment(align),
		tablewriter.WithTrimSpace(tw.Off),
	}
	widths := t.fit(width)
	var b strings.Builder
	table := tablewriter.NewTable(&b, opts...)
	header := make([]any, len(t.Header))
	for i, h := range t.Header {
		header[i] = style.Strong(h)
	}
	table.Header(header...)
	for _, row := range t.Rows {
		cells := make([]any, len(row))
		for i, c := range row {
			cells[i] = strings.Join(Wrap(Safe(c), widths[i]), "\n")
		}
		if err := table.Append(cells...); err != nil {
			return err
		}
	}
	if err := table.Render(); err != nil {
		return err
	}
	for line := range strings.Lines(b.String()) {
		if _, err := io.WriteString(w, strings.TrimRight(line, " \n")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// fit gives each column its width: what it needs, and where that is more than
// the terminal has, the widest columns give way first. 0 means unbounded.
func (t Table) fit(width int) []int {
	widths := make([]int, len(t.Header))
	for i, h := range t.Header {
		widths[i] = runewidth.StringWidth(h)
		for _, row := range t.Rows {
			if i < len(row) {
				widths[i] = max(widths[i], runewidth.StringWidth(row[i]))
			}
		}
	}
	if width <= 0 {
		return make([]int, len(t.Header))
	}
	const padding = 2 // a space on each side of a cell
	for total(widths)+padding*len(widths) > width {
		widest := 0
		for i := range widths {
			if widths[i] > widths[widest] {
				widest = i
			}
		}
		if widths[widest] <= 8 {
			break
		}
		widths[widest]--
	}
	return widths
}

func total(widths []int) int {
	sum := 0
	for _, w := range widths {
		sum += w
	}
	return sum
}
