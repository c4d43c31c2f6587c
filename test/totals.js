/** Makes `N passed, N failed` the last line of a test run. A run in which nothing passed is a failure. */
export default class Totals {
  onRunComplete(_, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    this.passed = numPassedTests;
    const line = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`;
    process.on('exit', () => console.log(line));
  }

  getLastError() {
    return this.passed > 0 ? undefined : new Error('No test passed.');
  }
}
