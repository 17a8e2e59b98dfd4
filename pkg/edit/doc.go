// Package edit changes the files of a registry. It is the only package that
// writes one.
package edit
