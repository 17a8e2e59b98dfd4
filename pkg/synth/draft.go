package synth

import (
	"bytes"
	"strings"
)

// draft is a file before it is final, and what stands in it.
type draft struct {
	path  string
	ref   string // kind/id, "" for the files at the top
	data  []byte
	of    any    // what it was written from
	taken bool   // it has a defect
	other *draft // of a record that the mistake may concern too
}

func (d *draft) lines() []string {
	return strings.Split(strings.TrimSuffix(string(d.data), "\n"), "\n")
}

func (d *draft) set(lines []string) { d.data = []byte(strings.Join(lines, "\n") + "\n") }

// find gives the number, from 1, of the nth line that begins so; 0 for none.
func (d *draft) find(prefix string, nth int) int {
	for i, l := range d.lines() {
		if strings.HasPrefix(l, prefix) {
			if nth--; nth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// has reports whether any line begins so.
func (d *draft) has(prefix string) bool {
	return bytes.HasPrefix(d.data, []byte(prefix)) || bytes.Contains(d.data, []byte("\n"+prefix))
}

// change puts another line in place of the first that begins so, and gives its
// number.
func (d *draft) change(prefix, line string) int {
	n := d.find(prefix, 1)
	lines := d.lines()
	lines[n-1] = line
	d.set(lines)
	return n
}

// after gives the number of the first line after the nth that begins so.
func (d *draft) after(n int, prefix string) int {
	for i, l := range d.lines() {
		if i >= n && strings.HasPrefix(l, prefix) {
			return i + 1
		}
	}
	return 0
}

// put adds lines under the first that begins so, and gives the number of the
// first of them.
func (d *draft) put(prefix string, added ...string) int {
	n := d.find(prefix, 1)
	for i, l := range added {
		d.insert(n+i, l)
	}
	return n + 1
}

// remove takes away the first line that begins so, with the lines of its map or
// list.
func (d *draft) remove(prefix string) {
	n := d.find(prefix, 1)
	lines := d.lines()
	indent := len(prefix) - len(strings.TrimLeft(prefix, " "))
	end := n
	for end < len(lines) && len(lines[end])-len(strings.TrimLeft(lines[end], " ")) > indent {
		end++
	}
	d.set(append(lines[:n-1:n-1], lines[end:]...))
}

// insert adds a line after the nth.
func (d *draft) insert(n int, line string) {
	lines := d.lines()
	d.set(append(append(lines[:n:n], line), lines[n:]...))
}

// add writes lines at the end and gives the number of the last.
func (d *draft) add(lines ...string) int {
	all := append(d.lines(), lines...)
	d.set(all)
	return len(all)
}

// expect is a finding in this file.
func (d *draft) expect(rule string, line int) Expected {
	return Expected{Rule: rule, File: d.path, Line: line, Record: d.ref}
}

// id is the id of the record.
func (d *draft) id() string {
	_, id, _ := strings.Cut(d.ref, "/")
	return id
}

// last gives the number of the last line that begins so.
func (d *draft) last(prefix string) int {
	n := 0
	for i, l := range d.lines() {
		if strings.HasPrefix(l, prefix) {
			n = i + 1
		}
	}
	return n
}

// replace puts another line in place of the nth.
func (d *draft) replace(n int, line string) {
	lines := d.lines()
	lines[n-1] = line
	d.set(lines)
}
