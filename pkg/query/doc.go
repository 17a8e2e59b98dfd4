// Package query puts a registry at a day into SQLite, so that anything can be
// asked of it in SQL: a table for each kind of record and for each list inside
// one, made from the field table, and tables of what the view derives.
//
// Everything in a database is read-only once it is filled, and reaches no file.
package query
