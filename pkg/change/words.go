package change

import "strings"

// Word is a stretch of a text: words that both versions have, or that only one
// of them has.
type Word struct {
	In   In
	Text string
}

// In is which versions have a stretch of a text.
type In uint8

const (
	Both     In = iota
	BaseOnly    // taken out
	HeadOnly    // put in
)

var inNames = [...]string{"same", "removed", "added"}

// String returns the name used in JSON.
func (i In) String() string { return inNames[i] }

// MarshalText writes the name.
func (i In) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// mostSteps bounds the work on two texts that share little. Beyond it what
// differs is shown as one stretch taken out and one put in.
const mostSteps = 1500

// Words compares two texts word by word: E. W. Myers, An O(ND) Difference
// Algorithm and Its Variations (Algorithmica 1, 1986). White space between
// words is one space. The stretches alternate; what was taken out comes before
// what was put in.
func Words(base, head string) []Word {
	a, b := strings.Fields(base), strings.Fields(head)
	first := 0
	for first < len(a) && first < len(b) && a[first] == b[first] {
		first++
	}
	last := 0
	for last < len(a)-first && last < len(b)-first && a[len(a)-1-last] == b[len(b)-1-last] {
		last++
	}
	var w stretches
	w.add(Both, a[:first]...)
	w.middle(a[first:len(a)-last], b[first:len(b)-last])
	w.add(Both, a[len(a)-last:]...)
	return w.done()
}

// stretches gathers words into stretches.
type stretches struct {
	out     []Word
	pending [3][]string // words of the stretch that grows, by where they are
}

func (w *stretches) add(in In, words ...string) {
	if len(words) == 0 {
		return
	}
	if (in == Both) != (len(w.pending[BaseOnly])+len(w.pending[HeadOnly]) == 0) {
		w.flush()
	}
	w.pending[in] = append(w.pending[in], words...)
}

func (w *stretches) flush() {
	for in, words := range w.pending {
		if len(words) > 0 {
			w.out = append(w.out, Word{In(in), strings.Join(words, " ")})
		}
		w.pending[in] = nil
	}
}

func (w *stretches) done() []Word {
	w.flush()
	return w.out
}

// middle compares what is between the words that both texts begin and end with.
func (w *stretches) middle(a, b []string) {
	trace, ok := steps(a, b)
	if !ok {
		w.add(BaseOnly, a...)
		w.add(HeadOnly, b...)
		return
	}
	type edit struct {
		in   In
		word string
	}
	var back []edit
	x, y := len(a), len(b)
	for d := len(trace) - 1; d >= 0; d-- {
		k := x - y
		from := k - 1
		if k == -d || k != d && trace[d].at(k-1) < trace[d].at(k+1) {
			from = k + 1
		}
		px := trace[d].at(from)
		py := px - from
		if d == 0 {
			px, py = 0, 0
		}
		for x > px && y > py && x > 0 && y > 0 && a[x-1] == b[y-1] {
			back = append(back, edit{Both, a[x-1]})
			x, y = x-1, y-1
		}
		switch {
		case d == 0:
		case x == px:
			back = append(back, edit{HeadOnly, b[y-1]})
			y--
		default:
			back = append(back, edit{BaseOnly, a[x-1]})
			x--
		}
	}
	for i := len(back) - 1; i >= 0; i-- {
		w.add(back[i].in, back[i].word)
	}
}

// frontier is how far into the older text each diagonal had come before a step.
type frontier struct {
	v      []int
	offset int
}

func (f frontier) at(k int) int {
	if i := k + f.offset; i >= 0 && i < len(f.v) {
		return f.v[i]
	}
	return -1
}

// steps runs forward until both texts are read, and returns the frontier before
// each step.
func steps(a, b []string) ([]frontier, bool) {
	n, m := len(a), len(b)
	most := min(n+m, mostSteps)
	offset := most + 1
	v := make([]int, 2*most+3)
	var trace []frontier
	for d := 0; d <= most; d++ {
		low := offset - d - 1
		trace = append(trace, frontier{append([]int(nil), v[low:offset+d+2]...), d + 1})
		for k := -d; k <= d; k += 2 {
			x := v[offset+k-1] + 1
			if k == -d || k != d && v[offset+k-1] < v[offset+k+1] {
				x = v[offset+k+1]
			}
			for x < n && x-k < m && a[x] == b[x-k] {
				x++
			}
			v[offset+k] = x
			if x >= n && x-k >= m {
				return trace, true
			}
		}
	}
	return nil, false
}
