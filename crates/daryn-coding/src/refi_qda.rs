//! Exchange of projects and codebooks by REFI-QDA.
