package render

import (
	"io"
	"slices"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// Table is a heading and rows of cells.
type Table struct {
	Header []string
	Rows   [][]string
	Total  []string // a last row of sums; nil for none
	// Right marks the columns of numbers.
	Right []bool
}

// gap is the space between two columns.
const gap = 2

// Write writes the table for a terminal that is width columns wide; 0 lets it
// be as wide as it needs, which is right for a pipe. Long cells are wrapped.
// Where the columns would be too narrow to read, the cells of a row stand
// below each other instead.
func (t Table) Write(w io.Writer, width int, style Style) error {
	t = t.safe()
	widths, ok := t.fit(width)
	var b strings.Builder
	if !ok {
		t.stack(&b, width, style)
	} else if err := t.draw(&b, widths, style); err != nil {
		return err
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// safe is the table with cells that are safe to print, a row as long as the
// header, and the sums as the last of them.
func (t Table) safe() Table {
	rows := t.Rows
	if t.Total != nil {
		rows = append(slices.Clip(rows), t.Total)
	}
	out := Table{Header: make([]string, len(t.Header)), Rows: make([][]string, len(rows)), Right: t.Right}
	for i, h := range t.Header {
		out.Header[i] = Safe(h)
	}
	for i, row := range rows {
		out.Rows[i] = make([]string, len(t.Header))
		for j := range min(len(row), len(t.Header)) {
			out.Rows[i][j] = Safe(row[j])
		}
	}
	return out
}

func (t Table) draw(b *strings.Builder, widths []int, style Style) error {
	align := make([]tw.Align, len(t.Header))
	for i := range align {
		align[i] = tw.AlignLeft
		if i < len(t.Right) && t.Right[i] {
			align[i] = tw.AlignRight
		}
	}
	var drawn strings.Builder
	table := tablewriter.NewTable(&drawn,
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders: tw.BorderNone,
			Settings: tw.Settings{
				Separators: tw.Separators{BetweenColumns: tw.Off, ShowHeader: tw.On, BetweenRows: tw.Off},
				Lines:      tw.Lines{ShowHeaderLine: tw.Off, ShowTop: tw.Off, ShowBottom: tw.Off},
			},
		})),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAutoWrap(tw.WrapNone),
		tablewriter.WithHeaderAlignment(tw.AlignLeft),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithAlignment(align),
		tablewriter.WithPadding(tw.Padding{Right: strings.Repeat(" ", gap), Overwrite: true}),
		tablewriter.WithTrimSpace(tw.Off),
	)
	header, height := cells(t.Header, widths)
	table.Header(header...)
	for _, row := range t.Rows {
		row, _ := cells(row, widths)
		if err := table.Append(row...); err != nil {
			return err
		}
	}
	if err := table.Render(); err != nil {
		return err
	}
	n := 0
	for line := range strings.Lines(drawn.String()) {
		line = strings.TrimRight(line, " \n")
		if n++; n <= height {
			line = style.Strong(line)
		}
		b.WriteString(line + "\n")
	}
	return nil
}

// cells wraps the cells of a row, each to the width of its column, and tells
// how many lines the tallest has.
func cells(row []string, widths []int) (out []any, height int) {
	for i, c := range row {
		lines := Wrap(c, widths[i])
		height = max(height, len(lines))
		out = append(out, strings.Join(lines, "\n"))
	}
	return out, height
}

// legible is how narrow a column of text may become. One of numbers may become
// as narrow as the longest word of its heading.
const legible = 16

// fit gives each column its width: what it needs, and where that is more than
// the terminal has, the widest columns give way first. ok is false where they
// cannot give way enough; a width of 0 is unbounded.
func (t Table) fit(width int) (widths []int, ok bool) {
	widths = make([]int, len(t.Header))
	if width <= 0 {
		return widths, true
	}
	least := make([]int, len(t.Header))
	for i, h := range t.Header {
		t.measure(h, &widths[i], &least[i])
		for _, row := range t.Rows {
			t.measure(row[i], &widths[i], &least[i])
		}
		if i >= len(t.Right) || !t.Right[i] {
			least[i] = max(least[i], min(widths[i], legible))
		}
		widths[i] = max(least[i], min(widths[i], width))
	}
	room := width - gap*(len(t.Header)-1)
	if total(least) > room {
		return nil, false
	}
	for total(widths) > room {
		widest := -1
		for i := range widths {
			if widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		widths[widest]--
	}
	return widths, true
}

// measure widens a column to a cell, and what it can be at least to the cell's
// longest word.
func (t Table) measure(cell string, width, least *int) {
	*width = max(*width, columns(cell))
	for _, word := range words(cell) {
		*least = max(*least, columns(word))
	}
}

func total(widths []int) int {
	sum := 0
	for _, w := range widths {
		sum += w
	}
	return sum
}

// stack writes each row as a heading, its first cell, and below it the other
// cells that hold something, each after the name of its column.
func (t Table) stack(b *strings.Builder, width int, style Style) {
	for i, row := range t.Rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		for j, cell := range row {
			switch {
			case j == 0:
				for _, line := range Wrap(cell, width) {
					b.WriteString(style.Strong(line) + "\n")
				}
			case cell != "":
				indented(b, "  ", "    ", t.Header[j]+": "+cell, width)
			}
		}
	}
}
