use daryn_estimate::scaling::{CountTable, wordfish};
#[test]
fn try_it() {
    let text = std::fs::read_to_string("/work/shared/data/laver-benoit-garry-2003-example.csv").unwrap();
    let counts: Vec<u64> = text.lines().skip(1).flat_map(|l| l.split(',').skip(1).map(|x| x.trim_matches('"').parse::<u64>().unwrap()).collect::<Vec<_>>()).collect();
    let t = CountTable::new(6, counts).unwrap();
    let f = wordfish::wordfish(&t, &wordfish::Options::new((0, 4))).unwrap();
    println!("{:?} {:?} {} {} {:?} {} {}", f.theta, f.se, f.objective, f.steps, f.dispersion, f.gradient, f.converged);
    for l in wordfish::leave_one_out(&t, &wordfish::Options::new((0, 4)), &f) { println!("{l:?}"); }
}
